"""Documents of the section for paper: a frozen or drafted report as PDF and as a text document."""
