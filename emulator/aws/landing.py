"""What an account has before anyone builds a platform in it: somebody who administers it."""

import json

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import iam_backends

ADMINISTRATOR = "admin"


def land() -> None:
    """Makes the role arn:aws:iam::<account>:role/admin in moto's default account."""
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{DEFAULT_ACCOUNT_ID}:root"}, "Action": "sts:AssumeRole"}],
    }
    iam_backends[DEFAULT_ACCOUNT_ID]["aws"].create_role(
        role_name=ADMINISTRATOR,
        assume_role_policy_document=json.dumps(trust),
        path="/",
        permissions_boundary=None,
        description="Administers the account; made by the emulator",
        tags=[],
        max_session_duration=3600,
    )
