"""What a company owes for using the register (利用料).  Here will live rates, bills and waivers."""
