"""The libraries that work with keys: brought in late, and without what they change in passing."""

import subprocess
import sys

CHILD = """
import sys
import chain.deployment, chain.gateways, chain.keystore
assert not {"eth_account", "eth_keyfile", "py_ecc"} & set(sys.modules), "brought in at the start"
sys.setrecursionlimit(1_234)
from chain.signer import Signer
signer = Signer(bytes(31) + b"\\x01")
assert "py_ecc" in sys.modules
print(sys.getrecursionlimit(), signer.address.hex())
"""


def test_the_libraries_of_keys_come_with_the_first_key_and_leave_the_recursion_limit_alone():
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)

    assert ("1234 7e5f4552091a69125d5dfcb7b8c2659029395bdf\n", 0) == (done.stdout, done.returncode), done.stderr
