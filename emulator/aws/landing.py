"""What an account has before anyone builds a platform in it: somebody who administers it, and somebody who may look."""

import json

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import iam_backends

ROLES = {"admin": "Administers the account; made by the emulator", "viewer": "Looks at the account; made by the emulator"}


def land() -> None:
    """Makes the roles arn:aws:iam::<account>:role/admin and viewer in moto's default account."""
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{DEFAULT_ACCOUNT_ID}:root"}, "Action": "sts:AssumeRole"}],
    }
    for name, description in ROLES.items():
        iam_backends[DEFAULT_ACCOUNT_ID]["aws"].create_role(
            role_name=name,
            assume_role_policy_document=json.dumps(trust),
            path="/",
            permissions_boundary=None,
            description=description,
            tags=[],
            max_session_duration=3600,
        )
