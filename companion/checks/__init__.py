"""What `callwith doctor` looks at, one module for each part. Every check is a value; nothing here prints."""
