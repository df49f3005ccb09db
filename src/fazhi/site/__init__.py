"""The one place that knows every floor: settings, addresses, and the command `fazhi`."""
