// The work of a layer in double precision, for small networks.
import { activate, derive } from './activations'
import { columnSums } from './columnSums'
import { times, timesTurned } from './doubleProducts'
import { Layer, layerAt } from './layer'
import { loss } from './loss'

export function forward64(layer: Layer, x: usize, rows: i32): void {
  const inputs = layer.inputs
  const units = layer.units
  timesTurned(layer.z, x, layer.weight, rows, units, inputs, layer.bias)
  activate64(layer, rows)
}

export function activate64(layer: Layer, rows: i32): void {
  activate<f64>(layer.activation, layer.z, layer.y, rows * layer.units)
}

export function derive64(layer: Layer, rows: i32): void {
  derive<f64>(layer.activation, layer.z, layer.y, layer.delta, rows * layer.units)
}

export function gradient64(layer: Layer, x: usize, rows: i32): void {
  const units = layer.units
  const apart = units << 3
  times(layer.weightGradient, layer.delta, 8, apart, x, units, layer.inputs, rows)
  columnSums<f64>(layer.biasGradient, layer.delta, rows, units)
}

export function backward64(layer: Layer, into: usize, rows: i32): void {
  const units = layer.units
  const apart = units << 3
  times(into, layer.delta, apart, 8, layer.weight, rows, layer.inputs, units)
}

/** Through all layers, which are described one behind the other. */
export function forwardAll64(first: usize, count: i32, x: usize, rows: i32): void {
  for (let l = 0; l < count; l++) {
    const layer = layerAt(first, l)
    forward64(layer, x, rows)
    x = layer.y
  }
}

/** Back through all layers. */
export function backwardAll64(first: usize, count: i32, x: usize, rows: i32): void {
  for (let l = count - 1; l >= 0; l--) {
    const layer = layerAt(first, l)
    derive64(layer, rows)
    gradient64(layer, l ? layerAt(first, l - 1).y : x, rows)
    if (l) backward64(layer, layerAt(first, l - 1).delta, rows)
  }
}

export function loss64(
  kind: i32,
  output: usize,
  targets: usize,
  delta: usize,
  rows: i32,
  width: i32,
  factor: f64,
): f64 {
  return loss<f64>(kind, output, targets, delta, rows, width, factor)
}

/** Forward, the loss, and back if that is finite. */
export function slopeAll64(
  first: usize,
  count: i32,
  x: usize,
  rows: i32,
  targets: usize,
  kind: i32,
  factor: f64,
): f64 {
  forwardAll64(first, count, x, rows)
  const last = layerAt(first, count - 1)
  const sum = loss<f64>(kind, last.y, targets, last.delta, rows, last.units, factor)
  if (isFinite(sum)) backwardAll64(first, count, x, rows)
  return sum
}
