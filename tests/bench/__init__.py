"""The budgets, measured side by side in one run. Benches print; tests don't time."""
