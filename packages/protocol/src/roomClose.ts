/**
 * Why the server ends a connection. A stock client tries again by itself, except for 4400 to 4499: those say that the same
 * bytes or the same right will not do better next time.
 */
export const roomClose = {
  /** The server stops; come back. */
  goingAway: 1001,
  /** A text frame: only binary frames are spoken here. */
  notBinary: 1003,
  /** The room failed inside the server; nothing acknowledged is lost; come back. */
  failure: 1011,
  /** Storage takes nothing at the moment; what was not acknowledged must be sent again. */
  tryAgainLater: 1013,
  /** Not a frame of this protocol. */
  malformed: 4400,
  /** The session ended. */
  sessionEnded: 4401,
  /** An update without the right to write. */
  notAllowed: 4403,
  /** This room does not exist for this principal (any more). */
  notFound: 4404,
  /** The draft was tabled or discarded. */
  roomClosed: 4410,
  /** An update that the gate refused; a refusal frame says which and why. */
  refused: 4422,
  /** Far more frames than anyone types; come back more slowly. */
  tooManyFrames: 4529,
} as const;
export type RoomClose = (typeof roomClose)[keyof typeof roomClose];
