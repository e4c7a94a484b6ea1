/** Names the client build that the server was made with; the handshake compares it, so that an old tab reloads itself. */
declare const __BUILD__: string;

/** The version in package.json. */
declare const __VERSION__: string;

/** The compiled training kernel. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** As much of WebAssembly as the kernel needs; Node's types leave it to the DOM's. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }
}
