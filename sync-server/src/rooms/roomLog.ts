/** As pino. Nothing that anyone wrote is ever logged. */
export interface RoomLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
