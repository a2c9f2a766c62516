import { memo } from 'react'
import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import { MoreOrLess } from './MoreOrLess.tsx'
import styles from './NetworkPicture.module.css'

interface Props {
  /** How many are hidden. */
  readonly layers: number
  /** Nothing where the network is only looked at. */
  readonly onEdit: ((count: number) => void) | undefined
}

/** Above the network: how many hidden layers there are, and what its lines and colours mean. */
export const Bar = memo(({ layers, onEdit }: Props) => (
  <div className={styles.bar}>
    <span className={styles.layers}>
      {onEdit ? (
        <MoreOrLess
          value={layers}
          least={0}
          most={networkLimits.layers.most}
          less="Remove a hidden layer"
          more="Add a hidden layer"
          onChange={onEdit}
        />
      ) : (
        layers
      )}{' '}
      hidden {layers === 1 ? 'layer' : 'layers'}
    </span>
    <span className={styles.legend}>
      <span>
        weight <Line sign="negative" /> −
      </span>
      <span>
        <Line sign="positive" /> +
      </span>
      <span>
        response − <i className={styles.ramp} aria-hidden="true" /> +
      </span>
    </span>
  </div>
))
Bar.displayName = 'Bar'

const Line = ({ sign }: { readonly sign: 'negative' | 'positive' }) => (
  <svg className={styles.line} data-sign={sign} aria-hidden="true">
    <line x1="0" x2="100%" y1="50%" y2="50%" />
  </svg>
)
