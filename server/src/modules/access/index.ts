export { problem as accessProblem } from './problems.ts'
export { insertSubject, type Subject, updateSubject } from './store.ts'
export { type Judged, judge, mustBeOpen, type Question, type Verdict } from './verdicts.ts'
