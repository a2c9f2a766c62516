// What a step of the core is measured against: Adam on x²/20 + tanh(sin x), written by hand, recording the same columns.

/** @param {number} start @param {number} lr @param {number} steps */
export function adamByHand(start, lr, steps) {
  const [beta1, beta2, eps] = [0.9, 0.999, 1e-8]
  const column = () => new Float64Array(steps)
  const [xs, fs, gs] = [
    new Float64Array(steps + 1),
    new Float64Array(steps + 1),
    new Float64Array(steps + 1),
  ]
  const [ms, vs, mhats, vhats, nexts, lrs] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ]
  let [x, m, v, power1, power2] = [start, 0, 0, 1, 1]
  for (let k = 0; ; k++) {
    const s = Math.sin(x)
    const h = Math.tanh(s)
    const g = x / 10 + (1 - h * h) * Math.cos(x)
    xs[k] = x
    fs[k] = (x * x) / 20 + h
    gs[k] = g
    if (k === steps) break
    power1 *= beta1
    power2 *= beta2
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g * g
    const mhat = m / (1 - power1)
    const vhat = v / (1 - power2)
    x -= lr * (mhat / (Math.sqrt(vhat) + eps))
    ms[k] = m
    vs[k] = v
    mhats[k] = mhat
    vhats[k] = vhat
    nexts[k] = x
    lrs[k] = lr
  }
  return { xs, fs, gs, ms, vs, mhats, vhats, nexts, lrs }
}
