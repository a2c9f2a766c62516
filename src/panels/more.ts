// What only some experiments need, in one piece: how a text is read, parameters, a written rule, a schedule, mistakes, a race.

import { advice } from '../core/language/advice/advice.ts'
import { takeAdviser } from '../core/language/adviser.ts'

export { racerNames } from '../core/analysis/racerNames.ts'
export { nearestPath } from '../plot/paths/nearestPath.ts'
export { graphOf } from '../state/descents/elsewhere.ts'
export { editCopy } from '../state/edits/rules.ts'
export { chooseSchedule, switchWarmup } from '../state/edits/schedules.ts'
export { Standings } from './drawer/Standings.tsx'
export { Elsewhere } from './function/Elsewhere.tsx'
export { ParameterField } from './function/ParameterField.tsx'
export { Reading } from './function/Reading.tsx'
export { RacersLayer } from './plot/RacersLayer.tsx'
export { Bugs } from './run/Bugs.tsx'
export { RuleField } from './run/RuleField.tsx'
export { ScheduleArguments } from './run/ScheduleArguments.tsx'

takeAdviser(advice)
