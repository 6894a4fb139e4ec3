/** A sheet from below over the page: Esc, a touch beside it, and Android's back close it; the focus stays inside, and goes back where it was. */
import './Sheet.css'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  title: ComponentChildren
  close: () => void
  closeName: string
  children: ComponentChildren
}

export function Sheet({ title, close, closeName, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const gone = useRef(false)
  useLayoutEffect(() => {
    const sheet = dialog.current
    const opener = document.activeElement
    sheet?.showModal()
    heading.current?.focus()
    return () => {
      gone.current = true
      sheet?.close()
      if (opener instanceof HTMLElement) {
        opener.focus({ preventScroll: true })
      }
    }
  }, [])
  return (
    // A touch beside the sheet lands on the dialog itself; the keyboard has Esc.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={() => {
        // A browser may close it without asking first.
        if (!gone.current) {
          close()
        }
      }}
      onClick={(event) => {
        if (event.target === dialog.current) {
          close()
        }
      }}
    >
      <div class="inside">
        <div class="sheet-head">
          {/* The focus begins at the title: neither a keyboard comes up nor does a button look pressed. */}
          <h2 id="sheet-title" tabIndex={-1} ref={heading}>
            {title}
          </h2>
          <button type="button" class="iconbtn" aria-label={closeName} onClick={close}>
            <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
              <path d="m5 5 14 14M19 5 5 19" />
            </svg>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
