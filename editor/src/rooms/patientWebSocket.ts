import { afterPaint } from './afterPaint.ts';
import type { WebSocketClass } from './countingWebSocket.ts';

type Frame = Parameters<WebSocket['send']>[0];

/** A WebSocket whose frames leave, in order, once the keystroke that they carry is on the screen of whoever typed it. */
export function patientWebSocket(Base: WebSocketClass): WebSocketClass {
  return class PatientWebSocket extends Base {
    #waiting: Frame[] = [];

    override send(data: Frame): void {
      this.#waiting.push(data);
      if (this.#waiting.length === 1) afterPaint(() => this.#flush());
    }

    override close(code?: number, reason?: string): void {
      this.#flush();
      super.close(code, reason);
    }

    #flush(): void {
      const frames = this.#waiting;
      this.#waiting = [];
      if (this.readyState === this.OPEN) for (const frame of frames) super.send(frame);
    }
  };
}
