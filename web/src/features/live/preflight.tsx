import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import type { FormEvent } from 'react'
import { TextField } from '../../ui/field.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { FormError } from '../../ui/notice.tsx'
import { Preview } from './preview.tsx'
import type { Capture } from './use-capture.ts'

export type Plan = { title: string; audience: Audience }
const audiences: { label: string; icon: IconName; audience: Audience }[] = [
  { label: 'Everyone', icon: 'globe', audience: 'public' },
  { label: 'Followers', icon: 'users', audience: 'followers' },
  { label: 'Pass holders', icon: 'ticket', audience: { anyOf: [[{ kind: 'pass' }]] } },
]

type Props = {
  plan: Plan
  capture: Capture
  isStarting: boolean
  error: string | null
  onPlan: (plan: Plan) => void
  onStart: () => void
}

/** Before one is on air: picture, sound, a name, and who may watch. */
export function Preflight({ plan, capture, isStarting, error, onPlan, onStart }: Props) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (capture.media && plan.title.trim() && !isStarting) onStart()
  }
  return (
    <form className="form live-preflight" onSubmit={onSubmit}>
      {capture.media ? (
        <Preview media={capture.media} isMirrored={capture.chosen.source === 'camera'} />
      ) : (
        <div className="live-dark">
          <Icon name="camera" />
          <p>Nobody sees you before you go live.</p>
        </div>
      )}
      <FormError>{capture.words}</FormError>
      <div className="live-sources">
        <button type="button" className="btn sec" onClick={() => void capture.start({ ...capture.chosen, source: 'camera' })}>
          <Icon name="camera" size="sm" />
          {capture.media ? 'Camera' : 'Turn on camera and microphone'}
        </button>
        <button type="button" className="btn sec" onClick={() => void capture.start({ ...capture.chosen, source: 'screen' })}>
          <Icon name="screen" size="sm" />
          Share my screen
        </button>
      </div>
      {capture.media && <Devices capture={capture} />}
      <TextField
        label="What is it about?"
        name="title"
        required
        maxLength={limits.streamTitle}
        value={plan.title}
        onChange={(event) => onPlan({ ...plan, title: event.target.value })}
      />
      <fieldset className="live-audience">
        <legend>Who may watch</legend>
        <div className="chips">
          {audiences.map(({ label, icon, audience }) => (
            <label key={label} className="chip">
              <input
                type="radio"
                name="stream-audience"
                checked={JSON.stringify(audience) === JSON.stringify(plan.audience)}
                onChange={() => onPlan({ ...plan, audience })}
              />
              <Icon name={icon} size="sm" />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <FormError>{error}</FormError>
      <button type="submit" className="btn live-go wide" disabled={!capture.media || !plan.title.trim() || isStarting}>
        <Icon name="camera" size="sm" />
        {isStarting ? 'Going live …' : 'Go live'}
      </button>
    </form>
  )
}

const Devices = ({ capture: { chosen, devices, start } }: { capture: Capture }) => (
  <div className="live-devices">
    {chosen.source === 'camera' && devices.cameras.length > 1 && (
      <Device label="Camera" devices={devices.cameras} now={chosen.cameraId} onChoose={(cameraId) => void start({ ...chosen, cameraId })} />
    )}
    {devices.microphones.length > 1 && (
      <Device
        label="Microphone"
        devices={devices.microphones}
        now={chosen.microphoneId}
        onChoose={(microphoneId) => void start({ ...chosen, microphoneId })}
      />
    )}
  </div>
)

type DeviceProps = { label: string; devices: MediaDeviceInfo[]; now: string | undefined; onChoose: (id: string) => void }
const Device = ({ label, devices, now, onChoose }: DeviceProps) => (
  <label className="field">
    {label}
    <select className="input" value={now ?? devices[0]?.deviceId} onChange={(event) => onChoose(event.target.value)}>
      {devices.map((device, i) => (
        <option key={device.deviceId} value={device.deviceId}>
          {device.label || `${label} ${i + 1}`}
        </option>
      ))}
    </select>
  </label>
)
