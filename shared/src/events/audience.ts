/**
 * Who outside the server hears of an event, and what they hear. `view` spells every field that leaves, so a field that is
 * added to an event stays inside until somebody names it here. Topics and who may join them:
 * `account:<id>` its own account · `profile:<id>` anyone · `post:<id>` whoever may see the post (locked or not)
 * · `stream:<id>` anyone · `chat:<id>` whoever may watch the stream · `streams:all` anyone
 * · `comments:<id>` whoever may open the post · `thread:<id>` its members · `market:all` anyone · `poll:<id>` whoever may open its post.
 */
export type Audience<E extends { type: string }> = {
  topics: (event: E) => readonly string[]
  /** `topic` is the one that hears it: what differs from account to account is said to each alone. */
  view: (event: E, topic: string) => { type: E['type'] }
}

/** The audiences of each event of a union. Every event is named; one with an empty list stays inside the server. */
export type Wire<E extends { type: string }> = { [T in E['type']]: readonly Audience<Extract<E, { type: T }>>[] }
