"""Conversations through the really trained model and the really running parts."""
