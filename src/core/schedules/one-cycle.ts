import { choice, divisor, factor, flag, needed, rate, share, unchecked, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

// As in PyTorch, the ends of the phases are fractions of a step: pct_start·total_steps − 1.
/** Source: Smith & Topin 2018, Super-Convergence */
export const oneCycle = schedule({
  id: 'one-cycle',
  name: 'One cycle',
  torch: 'OneCycleLR',
  hyper: {
    max_lr: needed(unchecked(rate(({ lr }) => lr, '\\eta_{\\max}'))),
    total_steps: whole(({ steps }) => Math.max(1, steps), 'n'),
    pct_start: share(0.3, 'p'),
    anneal_strategy: choice([['cos'], ['linear', 'straight']]),
    cycle_momentum: flag(true),
    base_momentum: unchecked(factor(0.85, '\\mu_{\\min}')),
    max_momentum: unchecked(factor(0.95, '\\mu_{\\max}')),
    div_factor: divisor(25, 'd'),
    final_div_factor: divisor(1e4, 'D'),
    three_phase: flag(false),
  },
  rule: `
    first = max_lr/div_factor
    last = first/final_div_factor
    up = pct_start*total_steps - 1
    down = where(three_phase, 2*pct_start*total_steps - 2, total_steps - 1)
    s = where(k <= up, k/up, (k - up)/(down - up))
    s = where(three_phase*(k > max(up, down)), (k - down)/(total_steps - 1 - down), s)
    h = where(straight, s, (1 - cos(pi*s))/2)
    end = where(three_phase, first, last)
    lr = where(k <= up, first + (max_lr - first)*h, max_lr + (end - max_lr)*h)
    lr = where(three_phase*(k > max(up, down)), first + (last - first)*h, lr)
  `,
  momentum: `
    momentum = where(k <= up, max_momentum + (base_momentum - max_momentum)*h, base_momentum + (max_momentum - base_momentum)*h)
    momentum = where(three_phase*(k > max(up, down)), max_momentum, momentum)
  `,
  // Rounded as at the ends of both ways, where h is 0 and 1.
  momentumWithin({ base_momentum, max_momentum }) {
    const [base, max] = [Number(base_momentum), Number(max_momentum)]
    const ends = [base, max, max + (base - max), base + (max - base)]
    return [Math.min(...ends), Math.max(...ends)]
  },
  initial: 'first',
  refuses({ total_steps, pct_start }, { steps }) {
    const total = Number(total_steps)
    if (steps > total)
      return `One cycle ends after its ${total} steps; the run takes ${steps}: choose total_steps of at least ${steps}`
    // PyTorch divides by the length of this phase, which is a step less.
    if (Number(pct_start) * total === 1)
      return 'One cycle cannot rise in exactly one step: choose another pct_start'
    return undefined
  },
})
