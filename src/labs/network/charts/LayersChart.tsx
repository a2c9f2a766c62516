import type { Histogram, LayerNumbers } from '../../../core/networks/moment.ts'
import {
  healthyRatio,
  layerName,
  vanishing,
  vanishingInWords,
} from '../../../core/networks/vanishing.ts'
import { plain } from '../../../core/number.ts'
import styles from './LayersChart.module.css'
import {
  healthyStretch,
  histogramPath,
  placeOfRatio,
  placeOfZero,
  rangeInWords,
  ratioInWords,
  ratioScale,
} from './layerShapes.ts'

interface Props {
  /** The output's last. */
  readonly layers: readonly LayerNumbers[]
}

/** For each layer how its weights and gradients are spread, and how large its updates are beside its weights. */
export function LayersChart({ layers }: Props) {
  const found = vanishing(layers)
  return (
    <div className={styles.layers}>
      {found && (
        <p className={styles.warning}>
          <span aria-hidden="true">⚠ </span>
          {vanishingInWords(found)}
        </p>
      )}
      <table aria-label="Numbers of the layers">
        <thead>
          <tr>
            <th scope="col">weights</th>
            <th scope="col">gradient</th>
            <th scope="col">update / weights</th>
          </tr>
        </thead>
        {layers.map((layer, i) => (
          <Layer
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
            key={i}
            layer={layer}
            name={layerName(i, layers.length)}
            isOdd={found?.layer === i}
          />
        ))}
        <tfoot>
          <tr>
            <td colSpan={2} />
            <td>
              <span className={styles.numbers} aria-hidden="true">
                {[ratioScale.from, healthyRatio, ratioScale.to].map((ratio) => (
                  <span key={ratio} style={{ left: `${100 * placeOfRatio(ratio)}%` }}>
                    {plain(ratio)}
                  </span>
                ))}
              </span>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.hint}>
        Updates of about {plain(healthyRatio)} of the weights are healthy (Andrej Karpathy’s rule of
        thumb): far below, a layer learns slowly; far above, wildly.
      </p>
    </div>
  )
}

interface LayerProps {
  readonly layer: LayerNumbers
  readonly name: string
  readonly isOdd: boolean
}

function Layer({ layer, name, isOdd }: LayerProps) {
  const { weights, gradients, ratio, gradientNorm } = layer
  return (
    <tbody data-odd={isOdd}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {name}
        </th>
      </tr>
      <tr>
        <td data-kind="weights">
          <Spread histogram={weights} />
          {rangeInWords(weights)}
        </td>
        <td data-kind="gradients">
          <Spread histogram={gradients} />
          {rangeInWords(gradients)}
          <br />
          norm {plain(gradientNorm, 2)}
        </td>
        <td data-kind="ratio">
          <Ratio ratio={ratio} />
          {!Number.isNaN(ratio) && plain(ratio, 2)}
          <br />
          {ratioInWords(ratio)}
        </td>
      </tr>
    </tbody>
  )
}

/** A histogram, stretched over its cell, with a line at 0. */
function Spread({ histogram }: { readonly histogram: Histogram }) {
  const zero = placeOfZero(histogram)
  return (
    <svg className={styles.picture} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.area} d={histogramPath(histogram)} />
      {zero !== undefined && <path className={styles.zero} d={`M${zero},0V1`} />}
    </svg>
  )
}

const decades = Math.round(Math.log10(ratioScale.to / ratioScale.from))

/** A ratio on its logarithmic scale: a stroke for each power of ten, a band where it is healthy. */
function Ratio({ ratio }: { readonly ratio: number }) {
  const { from, middle, to } = healthyStretch
  const ticks = Array.from({ length: decades + 1 }, (_, i) => `M${i / decades},0.8V1`)
  return (
    <svg className={styles.picture} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.healthy} x={from} y="0" width={to - from} height="1" />
      <path className={styles.middle} d={`M${middle},0V1`} />
      <path className={styles.scale} d={`M0,1H1${ticks.join('')}`} />
      {ratio >= 0 && <path className={styles.ratio} d={`M${placeOfRatio(ratio)},0.1V0.75`} />}
    </svg>
  )
}
