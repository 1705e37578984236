"""A local AWS on the loopback interface: an EKS of its own in front of moto."""
