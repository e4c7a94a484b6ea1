import { describe, expect, test } from 'vitest';
import { exp, log, sigmoid, tanh } from '#shared/training/math';
import { anyPositive, floats, logistic, worst } from '../../support/ulp';

describe('own mathematics, against 64 bits', () => {
  test('e^x is within 1 ulp, and among subnormals too', () => {
    expect(worst(exp, Math.exp, floats(-87, 88.7))).toBeLessThan(1);
    expect(worst(exp, Math.exp, floats(-103.9, -87))).toBeLessThan(1);
    expect(worst(exp, Math.exp, floats(-1, 1))).toBeLessThan(1);
  });

  test('tanh x is within 1.5 ulp, near 0 too', () => {
    expect(worst(tanh, Math.tanh, floats(-10, 10))).toBeLessThan(1.5);
    expect(worst(tanh, Math.tanh, floats(-0.7, 0.7))).toBeLessThan(1.5);
    expect(worst(tanh, Math.tanh, floats(-1e-3, 1e-3))).toBeLessThan(1.5);
  });

  test('the sigmoid is within 2 ulp, far down its tail too', () => {
    expect(worst(sigmoid, logistic, floats(-87, 20))).toBeLessThan(2);
    expect(worst(sigmoid, logistic, floats(-2, 2))).toBeLessThan(2);
  });

  test('the logarithm is within 1 ulp, near 1 and of subnormals too', () => {
    expect(worst(log, Math.log, floats(0.5, 2))).toBeLessThan(1);
    expect(worst(log, Math.log, floats(0.999, 1.001))).toBeLessThan(1);
    expect(worst(log, Math.log, anyPositive())).toBeLessThan(1);
  });

  test('every answer is a float of 32 bits', () => {
    for (const own of [exp, tanh, sigmoid]) {
      for (const x of floats(-20, 20).slice(0, 2_000)) expect(own(x)).toBe(Math.fround(own(x)));
    }
    for (const x of anyPositive().slice(0, 2_000)) expect(log(x)).toBe(Math.fround(log(x)));
  });

  test('the ends of the scale', () => {
    expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(89), exp(-105)]).toEqual([
      1,
      1,
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect([tanh(0), tanh(40), tanh(-40), tanh(Infinity), tanh(-Infinity)]).toEqual([0, 1, -1, 1, -1]);
    expect([sigmoid(0), sigmoid(Infinity), sigmoid(-Infinity)]).toEqual([0.5, 1, 0]);
    expect([log(1), log(0), log(-0), log(-1), log(Infinity)]).toEqual([
      0,
      -Infinity,
      -Infinity,
      NaN,
      Infinity,
    ]);
    expect([tanh(-0), tanh(-1e-45)]).toEqual([-0, -Math.fround(1e-45)]);
    for (const own of [exp, tanh, sigmoid, log]) expect(own(NaN)).toBeNaN();
  });
});
