/** 1 / (1 + e^−z); exact at both ends. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** ln(1 + e^z) without overflow. */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
