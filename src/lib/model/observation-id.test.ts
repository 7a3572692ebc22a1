import { expect, test } from 'vitest';
import { institutionObservationId, layerOfObservation, siblingId } from './observation-id.ts';

test('an observation is named by layer, subject, indicator and period', () => {
  const id = institutionObservationId('synthetic', 'syn-990121', 'TZ3', '2025');
  expect(id).toBe('synthetic/syn-990121//TZ3/2025');
  expect(layerOfObservation(id)).toBe('synthetic');
  expect(layerOfObservation('elsewhere/x//A/2025')).toBeNull();
});

test('a part of a ratio has the same subject and period, whatever the subject is called', () => {
  expect(siblingId('synthetic/syn-1//TZ3/2025', 'TZ3D')).toBe('synthetic/syn-1//TZ3D/2025');
  expect(siblingId('reported/210000/省/局/report/TZ3/2016-2020', '$&')).toBe(
    'reported/210000/省/局/report/$&/2016-2020',
  );
});
