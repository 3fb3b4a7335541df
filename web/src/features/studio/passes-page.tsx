import { PassStudio } from '../passes/index.ts'
import { StudioFrame } from './studio-frame.tsx'

export const PassesPage = () => (
  <StudioFrame title="Passes" why="to sell passes">
    <PassStudio />
  </StudioFrame>
)
