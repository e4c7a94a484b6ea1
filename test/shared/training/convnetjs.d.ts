declare module 'convnetjs' {
  export class Vol {
    constructor(values: readonly number[]);
    constructor(width: number, height: number, depth: number);
    w: Float64Array;
  }
  interface Layer {
    readonly layer_type: string;
    readonly filters: readonly Vol[];
    readonly biases: Vol;
  }
  export class Net {
    readonly layers: readonly Layer[];
    makeLayers(definitions: readonly object[]): void;
    forward(point: Vol): Vol;
  }
  export class SGDTrainer {
    constructor(
      net: Net,
      options: { learning_rate: number; batch_size: number; momentum: number; l2_decay: number },
    );
    train(point: Vol, target: readonly number[] | number): { readonly loss: number };
  }
}
