// Package gate says how likely a draft answers its question, by weights learnt from
// questions that articles answer and others that they do not.
//
// It looks at the draft and changes nothing in it; what is below the threshold is
// refused by who asks.
package gate
