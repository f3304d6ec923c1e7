/** A visit that nobody made, with all 13 keys of the document. */
export const inventedVisit = {
  id: 'vis-1',
  brand_id: 'brand-talon',
  patient_id: 'pat-1',
  provider_id: 'prov-1',
  slot_id: 'slot-1',
  status: 'booked',
  visit_type: 'consultation',
  reason: 'Боль в спине' as string | null,
  notes: null,
  cancelled_at: null as string | null,
  cancel_reason: null as string | null,
  created_at: '2026-11-01T07:00:00.000Z',
  updated_at: '2026-11-01T07:00:00.000Z',
};
