/** RFC 8785 text of the schema of claims that two codes name one thing (docs/decisions/0019). */
export const ALIAS_SCHEMA =
  '{"fields":{"relation":"same or different","things":"the other code"},"name":"suyuan-alias","version":1}';
