/** The little of WebAssembly's global API that the gate uses; Node's types leave it to the DOM's. */
declare namespace WebAssembly {
  /** A compiled module, which any number of instances can share. */
  class Module {
    private readonly compiled: never;
  }

  /** Compiles a module off the main thread. */
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
}
