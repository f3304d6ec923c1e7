import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import type { CalendarDay } from '#contract/time.ts';
import { fieldError } from '#src/i18n/field-error.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { requestQueries } from '#src/queries/request-queries.ts';
import { paths } from '#src/paths.ts';
import { Button } from '#src/ui/button.tsx';
import { Card } from '#src/ui/card.tsx';
import { Field, type FieldAria } from '#src/ui/field.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import type { RequestFormValues } from './request-form.ts';

/** The order and the day. A patient chooses among their own orders; a registrar types the number that the patient tells. */
export function RequestFields({
  form,
  fields,
  person,
  types,
  today,
  onSubmit,
}: {
  form: UseFormReturn<RequestFormValues>;
  /** What the portal found wrong, by field name. */
  fields: Readonly<Record<string, string>>;
  person: string;
  types: boolean;
  today: CalendarDay;
  onSubmit: (values: RequestFormValues) => void;
}) {
  const words = useWords();
  const orders = useQuery({ ...requestQueries.orders(person), enabled: !types });
  const { errors } = form.formState;

  if (!types && orders.isPending) return <Progress words={words('requests.loading')} />;
  if (!types && !orders.data)
    return (
      <Notice
        tone="danger"
        title={words('requests.readFailed.title')}
        actions={
          <Button disabled={orders.isFetching} onClick={() => void orders.refetch()}>
            {words('requests.retry')}
          </Button>
        }
      >
        <p>{words('requests.readFailed.body')}</p>
      </Notice>
    );
  const known = orders.data?.orders ?? [];
  if (!types && known.length === 0)
    return (
      <Notice
        title={words('requests.noOrders.title')}
        actions={
          <LinkButton to={paths.bookings.to({ person })} look="plain">
            {words('requests.toList')}
          </LinkButton>
        }
      >
        <p>{words('requests.noOrders.body')}</p>
      </Notice>
    );

  const typedOrder = (aria: FieldAria) => (
    <input {...aria} inputMode="numeric" autoComplete="off" {...form.register('orderId')} />
  );
  const chosenOrder = (aria: FieldAria) => (
    <select {...aria} {...form.register('orderId')}>
      <option value="">{words('requests.order.choose')}</option>
      {known.map((order) => (
        <option key={order} value={order}>
          {words('requests.order.option', { order: String(order) })}
        </option>
      ))}
    </select>
  );
  return (
    <Card>
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}>
        <Stack>
          <Field
            label={words(types ? 'requests.order.type' : 'requests.order.label')}
            hint={types && words('requests.order.hint')}
            error={fieldError(words, errors.orderId?.message ?? fields['orderId'])}
          >
            {types ? typedOrder : chosenOrder}
          </Field>
          <Field
            label={words('requests.dateFrom.label')}
            error={fieldError(words, errors.dateFrom?.message ?? fields['dateFrom'])}
          >
            {(aria) => <input {...aria} type="date" min={today} {...form.register('dateFrom')} />}
          </Field>
          <Row>
            <Button type="submit">{words('requests.submit')}</Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
