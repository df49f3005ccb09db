"""The site's settings in a folder of its own that goes with the process."""

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="fazhi-test-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["FAZHI_HOME"] = _home
os.environ["FAZHI_DATABASE_URL"] = os.environ.get("FAZHI_TEST_DATABASE_URL", "")

from fazhi.site.settings import *  # noqa: E402, F403 - the environment is read on import

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
WHITENOISE_AUTOREFRESH = True
INSTALLED_APPS = [*INSTALLED_APPS, "tests.toy"]  # noqa: F405 - from the site's settings
