"""Signing in: name and password; the sample officials are shown only where there are no others."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView

from fazhi.exchange.demonstration import sample_accounts


class SignInForm(AuthenticationForm):
    """Says what to do, and never whether the name or the password was wrong."""

    error_messages = {
        "invalid_login": "用户名或者密码不正确。连续输错 5 次，账号锁定 15 分钟。",
        "inactive": "这个账号已停用。请联系本单位系统管理员。",
    }


class SignIn(LoginView):
    template_name = "web/login.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        samples = sample_accounts()
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"samples": samples, "sample_password": samples[0].password if samples else ""}


sign_in = SignIn.as_view()
sign_out = login_not_required(LogoutView.as_view())
