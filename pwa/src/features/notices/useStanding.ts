/** Whether notices come to this phone, looked at again whenever that may have changed outside of the app. */
import { useEffect, useState } from 'preact/hooks'
import type { NoticeSettings } from '../../api/schema'
import { useLanguage } from '../../i18n/words'
import { findDevice } from '../../offline/device'
import { CHANGED } from '../history/usePage'
import { type Standing, findStanding, keepUp } from './keeping'

export interface HereStanding {
  /** Null until the phone has said. */
  standing: Standing | null
  /** This phone's device. */
  device: string | null
}

/** `live`: the server has said so just now. */
export function useStanding({ devices }: NoticeSettings, live: boolean, who: string | null): HereStanding {
  const language = useLanguage()
  const [here, setHere] = useState<HereStanding>({ standing: null, device: null })
  useEffect(() => {
    let over = false
    const look = async () => {
      const standing = await findStanding()
      const device = await findDevice()
      if (!over) {
        setHere({ standing, device: device?.id ?? null })
      }
    }
    const again = () => void look()
    again()
    const leaving = new AbortController()
    void onPermission(again, leaving.signal)
    document.addEventListener('visibilitychange', again)
    addEventListener(CHANGED, again)
    return () => {
      over = true
      leaving.abort()
      document.removeEventListener('visibilitychange', again)
      removeEventListener(CHANGED, again)
    }
  }, [devices])

  const lost = live && here.standing === 'on' && !devices.some(({ id }) => id === here.device)
  useEffect(() => {
    if (lost && who !== null) {
      // The phone believes that it is told, and the server tells it nothing.
      keepUp(who, language, true).then(
        () => dispatchEvent(new Event(CHANGED)),
        () => {
          // It is tried again at the next start.
        },
      )
    }
  }, [lost, here.device])
  return here
}

/** Where the browser tells of it; else whoever comes back to the app is looked at then. */
async function onPermission(changed: () => void, signal: AbortSignal): Promise<void> {
  try {
    const permission = await navigator.permissions.query({ name: 'notifications' })
    permission.addEventListener('change', changed, { signal })
  } catch {
    // It does not.
  }
}
