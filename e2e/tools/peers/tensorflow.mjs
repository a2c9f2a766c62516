// TensorFlow.js with its backend of WebAssembly, as its users write a training; and once more for those who know that its
// products of transposed matrices, which gradients are made of, go through a plain loop (tensorflow/tfjs, request 2532).
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'

/** @typedef {import('./lessons.mjs').Lesson} Lesson */
/** @typedef {(a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor2D} Product */

/** @type {Product} */
const shipped = (a, b) => tf.matMul(a, b)

/** Its gradients are products of matrices that were transposed before. */
const transposed = /** @type {Product} */ (
  tf.customGrad((...given) => {
    const [a, b, save] = /** @type {[tf.Tensor2D, tf.Tensor2D, (kept: tf.Tensor[]) => void]} */ (
      /** @type {unknown} */ (given)
    )
    save([a, b])
    return {
      value: tf.matMul(a, b),
      gradFunc: (dy, saved) => {
        const [x, w] = /** @type {[tf.Tensor2D, tf.Tensor2D]} */ (saved)
        const slope = /** @type {tf.Tensor2D} */ (dy)
        return [tf.matMul(slope, tf.transpose(w)), tf.matMul(tf.transpose(x), slope)]
      },
    }
  })
)

/** @param {Lesson} lesson */
function variablesOf({ sizes, parameters }) {
  let at = 0
  const next = (/** @type {number} */ count) => {
    at += count
    return parameters.slice(at - count, at)
  }
  return sizes.slice(1).map((units, l) => {
    const inputs = sizes[l] ?? 0
    const weight = tf.transpose(tf.tensor2d(next(units * inputs), [units, inputs]))
    return { weight: tf.variable(weight), bias: tf.variable(tf.tensor1d(next(units))) }
  })
}

/** @param {Lesson} lesson @param {Product} product */
async function learner(lesson, product) {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  })
  await tf.setBackend('wasm')
  await tf.ready()
  const { x, targets, batch, lr } = lesson
  const layers = variablesOf(lesson)
  const rows = x.length / (lesson.sizes[0] ?? 1)
  if (batch !== rows) throw new Error('batches are whole here')
  const points = tf.tensor2d(x, [rows, x.length / rows])
  const wanted = tf.tensor2d(targets, [rows, targets.length / rows])
  const activate = { elu: tf.elu, tanh: tf.tanh }[lesson.activation]
  const optimizer =
    lesson.optimizer === 'adam' ? tf.train.adam(lr, 0.9, 0.999, 1e-8) : tf.train.sgd(lr)
  const loss = () => {
    let y = points
    for (const [l, { weight, bias }] of layers.entries()) {
      const z = tf.add(product(y, /** @type {tf.Tensor2D} */ (weight)), bias)
      y = /** @type {tf.Tensor2D} */ (l < layers.length - 1 ? activate(z) : z)
    }
    return /** @type {tf.Scalar} */ (tf.mean(tf.square(tf.sub(y, wanted))))
  }
  return (/** @type {number} */ count) => {
    let value = Number.NaN
    for (let i = 0; i < count; i++) {
      const found = optimizer.minimize(loss, true)
      value = found?.dataSync()[0] ?? Number.NaN
      found?.dispose()
    }
    return value
  }
}

/** @param {Lesson} lesson */
export const tensorflow = (lesson) => learner(lesson, shipped)
/** @param {Lesson} lesson */
export const tensorflowTransposed = (lesson) => learner(lesson, transposed)
