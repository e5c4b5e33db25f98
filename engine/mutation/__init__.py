"""Faults planted in a knowledge base one by one, and what catches each.

The method is mutation testing (DeMillo, Lipton and Sayward, 1978).
"""
