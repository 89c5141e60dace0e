"""Pages for people: verdict, dossier, scanner, problem types; readable with JavaScript off."""
