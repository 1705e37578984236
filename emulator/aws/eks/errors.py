"""AWS's refusals: a code, a status and a sentence."""

from typing import Any


class EksError(Exception):
    def __init__(self, code: str, status: int, message: str, **details: Any) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        self.body = {"message": message, **details}


def invalid_parameter(message: str, **details: Any) -> EksError:
    return EksError("InvalidParameterException", 400, message, **details)


def invalid_request(message: str, **details: Any) -> EksError:
    return EksError("InvalidRequestException", 400, message, **details)


def in_use(message: str, **details: Any) -> EksError:
    return EksError("ResourceInUseException", 409, message, **details)


def not_found(message: str, **details: Any) -> EksError:
    return EksError("ResourceNotFoundException", 404, message, **details)


def limit_exceeded(message: str, **details: Any) -> EksError:
    return EksError("ResourceLimitExceededException", 400, message, **details)


def unsupported_zone(message: str, **details: Any) -> EksError:
    return EksError("UnsupportedAvailabilityZoneException", 400, message, **details)


def bad_request(message: str) -> EksError:
    return EksError("BadRequestException", 400, message)


def tag_target_not_found(message: str) -> EksError:
    return EksError("NotFoundException", 404, message)
