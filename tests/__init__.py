"""What must hold for every workstream and across floors."""
