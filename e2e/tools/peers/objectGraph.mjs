// A network of objects, in the manner of TensorFlow Playground: nodes that know their links, and links that know their
// nodes; points pass one by one and their slopes are gathered until the batch is over.

class Link {
  slope = 0
  gathered = 0
  count = 0
  /** @param {Unit} from @param {Unit} to @param {number} weight */
  constructor(from, to, weight) {
    this.from = from
    this.to = to
    this.weight = weight
  }

  derive() {
    this.slope = this.to.byTotal * this.from.output
    this.gathered += this.slope
    this.count++
  }

  /** @param {number} rate */
  update(rate) {
    if (this.count === 0) return
    this.weight -= (rate / this.count) * this.gathered
    this.gathered = 0
    this.count = 0
  }
}

class Unit {
  /** @type {Link[]} */
  entering = []
  /** @type {Link[]} */
  leaving = []
  total = 0
  output = 0
  byOutput = 0
  byTotal = 0
  gathered = 0
  count = 0
  /** @param {number} bias @param {{ value: (z: number) => number, slope: (z: number) => number }} activation */
  constructor(bias, activation) {
    this.bias = bias
    this.activation = activation
  }

  answer() {
    this.total = this.bias
    for (const link of this.entering) this.total += link.weight * link.from.output
    this.output = this.activation.value(this.total)
  }

  derive() {
    this.byTotal = this.byOutput * this.activation.slope(this.total)
    this.gathered += this.byTotal
    this.count++
  }

  gather() {
    this.byOutput = 0
    for (const link of this.leaving) this.byOutput += link.weight * link.to.byTotal
  }

  /** @param {number} rate */
  update(rate) {
    if (this.count > 0) {
      this.bias -= (rate * this.gathered) / this.count
      this.gathered = 0
      this.count = 0
    }
    for (const link of this.entering) link.update(rate)
  }
}

const linear = { value: (/** @type {number} */ z) => z, slope: () => 1 }
const tanh = {
  value: Math.tanh,
  slope: (/** @type {number} */ z) => 1 - Math.tanh(z) ** 2,
}

/** Layers of units, the inputs first. @param {import('./lessons.mjs').Lesson} lesson */
function unitsOf({ sizes, parameters }) {
  let at = 0
  /** @type {Unit[][]} */
  const layers = []
  for (const [l, size] of sizes.entries()) {
    const before = layers.at(-1) ?? []
    const biases = at + size * before.length
    const isHidden = l > 0 && l < sizes.length - 1
    const layer = Array.from({ length: size }, (_, j) => {
      const unit = new Unit(l ? (parameters[biases + j] ?? 0) : 0, isHidden ? tanh : linear)
      for (const from of before) {
        const link = new Link(from, unit, parameters[at++] ?? 0)
        from.leaving.push(link)
        unit.entering.push(link)
      }
      return unit
    })
    if (l) at = biases + size
    layers.push(layer)
  }
  return layers
}

/** @param {import('./lessons.mjs').Lesson} lesson */
export function objectGraph(lesson) {
  const { x, targets, batch, lr, sizes } = lesson
  const layers = unitsOf(lesson)
  const [inputs = [], ...others] = layers
  const output = /** @type {Unit} */ (others.at(-1)?.[0])
  const width = sizes[0] ?? 1
  const points = targets.map((target, r) => ({ x: x.slice(r * width, (r + 1) * width), target }))
  let next = 0
  /** @param {{ x: number[], target: number }} point */
  const learn = (point) => {
    for (const [i, unit] of inputs.entries()) unit.output = point.x[i] ?? 0
    for (const layer of others) for (const unit of layer) unit.answer()
    const error = output.output - point.target
    output.byOutput = 2 * error
    for (let l = layers.length - 1; l >= 1; l--) {
      const layer = layers[l] ?? []
      if (l < layers.length - 1) for (const unit of layer) unit.gather()
      for (const unit of layer) unit.derive()
      for (const unit of layer) for (const link of unit.entering) link.derive()
    }
    return error * error
  }
  return (/** @type {number} */ count) => {
    let loss = Number.NaN
    for (let i = 0; i < count; i++) {
      let squares = 0
      for (let r = 0; r < batch; r++) {
        squares += learn(/** @type {{ x: number[], target: number }} */ (points[next]))
        next = (next + 1) % points.length
      }
      for (const layer of others) for (const unit of layer) unit.update(lr)
      loss = squares / batch
    }
    return loss
  }
}
