import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Form, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay } from '../app/language'
import { useCommand } from './command'
import { Refusal } from './states'

/**
 * A button that opens what has to be said for one change. It closes once the change is acknowledged; what was refused
 * stays with what was entered.
 */
export function Change<Input, Done>({
  name,
  title,
  primary,
  danger,
  initial,
  fields,
  run,
  send,
  disabled,
  after,
  wide,
  asItIs,
}: {
  name: string
  title?: string
  primary?: boolean
  danger?: boolean
  initial: Input
  fields: (input: Input, set: (part: Partial<Input>) => void) => ReactNode
  run: (input: Input, key: string) => Promise<Done>
  send?: string
  disabled?: boolean
  after?: (done: Done, input: Input) => void
  wide?: boolean
  /** Goes by what is on the page when it is sent, instead of when it was opened. */
  asItIs?: boolean
}) {
  const [open, setOpen] = useState(false)
  // Escape is for who only looked: nothing that was entered, and no answer that is still to come, goes away by it.
  const [entered, setEntered] = useState(false)
  return (
    <DialogTrigger
      isOpen={open}
      onOpenChange={(shown) => {
        setOpen(shown)
        setEntered(false)
      }}
    >
      <Button className={primary ? 'primary' : danger ? 'danger' : ''} isDisabled={disabled}>
        {name}
      </Button>
      <ModalOverlay className="overlay" isDismissable={false} isKeyboardDismissDisabled={entered}>
        <Modal className={wide ? 'modal wide' : 'modal'}>
          <Dialog>
            <Sending
              title={title ?? name}
              initial={initial}
              fields={fields}
              run={run}
              send={send ?? name}
              danger={danger}
              close={() => {
                setOpen(false)
                setEntered(false)
              }}
              after={after}
              entered={() => setEntered(true)}
              asItIs={asItIs}
            />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

function Sending<Input, Done>({
  title,
  initial,
  fields,
  run,
  send,
  danger,
  close,
  after,
  entered,
  asItIs,
}: {
  title: string
  initial: Input
  fields: (input: Input, set: (part: Partial<Input>) => void) => ReactNode
  run: (input: Input, key: string) => Promise<Done>
  send: string
  danger?: boolean
  close: () => void
  after?: (done: Done, input: Input) => void
  entered: () => void
  asItIs?: boolean
}) {
  const say = useSay()
  const refusal = useRef<HTMLDivElement>(null)
  const [input, setInput] = useState(initial)
  // What is sent goes by what was seen when this opened, though the page behind it may have heard of another version.
  const [asOpened] = useState(() => run)
  const command = useCommand(asItIs ? run : asOpened, (done, sent) => {
    close()
    after?.(done, sent)
  })
  // In a long form it would stand below what is seen.
  useEffect(() => {
    if (command.error) {
      refusal.current?.scrollIntoView({ block: 'end' })
    }
  }, [command.error])
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        entered()
        command.mutate(input)
      }}
    >
      <Heading slot="title">{title}</Heading>
      {fields(input, (part) => {
        entered()
        setInput((before) => ({ ...before, ...part }))
      })}
      <div ref={refusal}>
        <Refusal error={command.error} />
      </div>
      <footer>
        <Button type="submit" className={danger ? 'danger' : 'primary'} isPending={command.isPending}>
          {command.isPending ? say('Đang gửi…', 'Sending…') : send}
        </Button>
        <Button onPress={close} isDisabled={command.isPending}>
          {say('Thôi', 'Cancel')}
        </Button>
      </footer>
    </Form>
  )
}

/** A button that changes something without more to say. */
export function Act<Done>({
  name,
  run,
  primary,
  disabled,
  after,
}: {
  name: string
  run: (key: string) => Promise<Done>
  primary?: boolean
  disabled?: boolean
  after?: (done: Done) => void
}) {
  const command = useCommand((_: undefined, key) => run(key), after)
  return (
    <>
      <Button className={primary ? 'primary' : ''} isDisabled={disabled} isPending={command.isPending} onPress={() => command.mutate(undefined)}>
        {name}
      </Button>
      <Refusal error={command.error} />
    </>
  )
}
