import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const zip = promisify(gzip);
const squeeze = promisify(brotliCompress);

/** Below this many bytes compression costs more than it saves. */
const worthwhile = 1400;

/** An answer that many ask for, compressed once for each of the ways in which browsers take it. */
export class Squeezed {
  readonly #bytes: Buffer;
  readonly #type: string;
  #gzip: Promise<Buffer> | null = null;
  #brotli: Promise<Buffer> | null = null;

  constructor(body: string | Buffer, type: string) {
    this.#bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.#type = type;
  }

  async send(request: Request, response: Response): Promise<void> {
    response.set('Content-Type', this.#type).vary('Accept-Encoding');
    const encoding = this.#bytes.length < worthwhile ? false : request.acceptsEncodings('br', 'gzip');
    const bytes = await this.#encoded(encoding);
    if (encoding === 'br' || encoding === 'gzip') response.set('Content-Encoding', encoding);
    response.set('Content-Length', String(bytes.length)).end(request.method === 'HEAD' ? undefined : bytes);
  }

  #encoded(encoding: string | false): Buffer | Promise<Buffer> {
    switch (encoding) {
      case 'br':
        this.#brotli ??= squeeze(this.#bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
        return this.#brotli;
      case 'gzip':
        this.#gzip ??= zip(this.#bytes);
        return this.#gzip;
      default:
        return this.#bytes;
    }
  }
}
