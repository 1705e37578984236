"""The EKS REST API as AWS serves it, with state that lives as long as the process."""
