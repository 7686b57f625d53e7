import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patientWebSocket } from '../../src/rooms/patientWebSocket.ts';

/** A page whose frames are drawn when the test says so, and that is left when it says so. */
const page = { frames: [] as (() => void)[], leave: () => {} };

const sent: unknown[] = [];

/** Notes what leaves. Nobody listens on port 9; it counts as open until it is closed. */
class NotedSocket extends WebSocket {
  #isOpen = true;
  override get readyState() {
    return this.#isOpen ? WebSocket.OPEN : WebSocket.CLOSED;
  }
  override send(data: unknown): void {
    sent.push(data);
  }
  override close(): void {
    this.#isOpen = false;
    sent.push('closed');
  }
}

const PatientSocket = patientWebSocket(NotedSocket);

describe('a socket that lets the screen go first', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => page.frames.push(draw));
    vi.stubGlobal('document', { addEventListener: () => {} });
    vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
      if (type === 'pagehide') page.leave = listener;
    });
    sent.length = 0;
    page.frames.length = 0;
  });

  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('sends in order once the frame is drawn, and not before', async () => {
    const socket = new PatientSocket('ws://127.0.0.1:9');
    socket.send('a');
    socket.send('b');
    expect(sent).toEqual([]);
    for (const draw of page.frames) draw();
    expect(sent).toEqual([]);
    await vi.waitFor(() => expect(sent).toEqual(['a', 'b']));
  });

  it('does not wait long for a frame that is never drawn', () => {
    new PatientSocket('ws://127.0.0.1:9').send('a');
    vi.advanceTimersByTime(50);
    expect(sent).toEqual(['a']);
  });

  it('does not wait when the page is left', () => {
    new PatientSocket('ws://127.0.0.1:9').send('a');
    page.leave();
    expect(sent).toEqual(['a']);
  });

  it('sends what it holds before it closes, and nothing afterwards', () => {
    const socket = new PatientSocket('ws://127.0.0.1:9');
    socket.send('a');
    socket.close();
    socket.send('b');
    vi.advanceTimersByTime(50);
    expect(sent).toEqual(['a', 'closed']);
  });
});
