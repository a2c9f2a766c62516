// The work of a layer in single precision, for large networks.
import { activate, derive } from './activations'
import { columnSums } from './columnSums'
import { Layer, layerAt } from './layer'
import { loss } from './loss'
import { multiply } from './singleProducts'

export function forward32(layer: Layer, x: usize, rows: i32): void {
  const inputs = layer.inputs
  const units = layer.units
  multiply(layer.z, x, inputs, false, layer.weight, inputs, true, rows, units, inputs, layer.bias)
  activate<f32>(layer.activation, layer.z, layer.y, rows * units)
}

export function derive32(layer: Layer, rows: i32): void {
  derive<f32>(layer.activation, layer.z, layer.y, layer.delta, rows * layer.units)
}

export function gradient32(layer: Layer, x: usize, rows: i32): void {
  const inputs = layer.inputs
  const units = layer.units
  const to = layer.weightGradient
  multiply(to, layer.delta, units, true, x, inputs, false, units, inputs, rows, 0)
  columnSums<f32>(layer.biasGradient, layer.delta, rows, units)
}

export function backward32(layer: Layer, into: usize, rows: i32): void {
  const inputs = layer.inputs
  const units = layer.units
  multiply(into, layer.delta, units, false, layer.weight, inputs, false, rows, inputs, units, 0)
}

/** Through all layers, which are described one behind the other. */
export function forwardAll32(first: usize, count: i32, x: usize, rows: i32): void {
  for (let l = 0; l < count; l++) {
    const layer = layerAt(first, l)
    forward32(layer, x, rows)
    x = layer.y
  }
}

/** Back through all layers. */
export function backwardAll32(first: usize, count: i32, x: usize, rows: i32): void {
  for (let l = count - 1; l >= 0; l--) {
    const layer = layerAt(first, l)
    derive32(layer, rows)
    gradient32(layer, l ? layerAt(first, l - 1).y : x, rows)
    if (l) backward32(layer, layerAt(first, l - 1).delta, rows)
  }
}

export function loss32(
  kind: i32,
  output: usize,
  targets: usize,
  delta: usize,
  rows: i32,
  width: i32,
  factor: f64,
): f64 {
  return loss<f32>(kind, output, targets, delta, rows, width, factor)
}

/** Forward, the loss, and back if that is finite. */
export function slopeAll32(
  first: usize,
  count: i32,
  x: usize,
  rows: i32,
  targets: usize,
  kind: i32,
  factor: f64,
): f64 {
  forwardAll32(first, count, x, rows)
  const last = layerAt(first, count - 1)
  const sum = loss<f32>(kind, last.y, targets, last.delta, rows, last.units, factor)
  if (isFinite(sum)) backwardAll32(first, count, x, rows)
  return sum
}
