"""How the demands of a call are judged by what is known of an application."""
