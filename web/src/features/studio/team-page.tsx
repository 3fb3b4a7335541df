import { TeamSettings } from '../teams/index.ts'
import { StudioFrame } from './studio-frame.tsx'

export const TeamPage = () => (
  <StudioFrame title="Team" why="to run this account with others">
    <TeamSettings />
  </StudioFrame>
)
