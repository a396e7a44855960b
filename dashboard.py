"""Standoff's page, for `streamlit run dashboard.py`."""

from geo.app import main

main()
