import { countsAsUpdate, syncMessage } from '@chapeau/protocol';

/** A kind of WebSocket, as `WebsocketProvider` takes it: the browser's, or one of a test. */
export type WebSocketClass = typeof WebSocket;

/** A connection that does not open within this long (ms) is given up: a browser makes the others to the same host wait for it. */
const openWithin = 10_000;

/**
 * A WebSocket that tells `onSent` of each update-bearing frame as it leaves; these are what the server's acknowledgements count.
 * `complete`: the frame is sync step 2, the answer to what the server said it has.
 */
export function countingWebSocket(Base: WebSocketClass, onSent: (complete: boolean) => void): WebSocketClass {
  return class CountingWebSocket extends Base {
    constructor(...address: ConstructorParameters<WebSocketClass>) {
      super(...address);
      setTimeout(() => {
        if (this.readyState === this.CONNECTING) this.close();
      }, openWithin);
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (data instanceof Uint8Array && countsAsUpdate(data)) onSent(data[1] === syncMessage.step2);
    }
  };
}
