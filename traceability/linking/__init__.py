"""Links from identifiers to what is said about them: link sets and their selection (GS1-Conformant Resolver 1.2.0, RFC 9264)."""
