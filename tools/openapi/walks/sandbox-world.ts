export interface VendorReply {
  readonly status: number;
  readonly body: unknown;
}

/** One world of the sandbox: told what to answer, and asked what Talon itself never asks. */
export class SandboxWorld {
  readonly name: string;
  readonly #url: string;

  constructor(url: string, name: string) {
    this.#url = url;
    this.name = name;
  }

  /** The next `times` calls of the operation are answered so. */
  async play(operation: string, answer: string, times = 1): Promise<void> {
    const reply = await this.#send('POST', '/__sandbox/scenarios', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operation, answer, times }),
    });
    if (!reply.ok) throw new Error(await reply.text());
  }

  /** From now on everything is answered truly again. */
  async rest(): Promise<void> {
    await this.#send('DELETE', '/__sandbox/scenarios');
  }

  async ask(
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<VendorReply> {
    const reply = await this.#send(method, path, init);
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? null : JSON.parse(text) };
  }

  #send(method: string, path: string, init: { headers?: Record<string, string>; body?: string } = {}) {
    return fetch(`${this.#url}${path}`, {
      ...init,
      method,
      headers: { ...init.headers, 'x-sandbox-world': this.name },
    });
  }
}
