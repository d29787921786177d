package entity

// The bounds of a type say which candidates have no chance, whatever the document remembers.
type bounds struct {
	floor float32    // below this score a candidate is dropped at once
	lift  [2]float32 // the most that the memory can add to the score of one word, and of several
}

// hopeless is how far below 0 the floor lies, unless Options.Weights makes the facts of the memory add up to more.
const hopeless = 9

// bounds returns those of each type. Of facts that recallPerson never adds together only the better ones lift: a quarter
// of the people that the sum of all would keep have no chance.
func (w *weights) bounds() (of [typeOther + 1]bounds) {
	up := func(facts ...fact) (sum float32) {
		for _, f := range facts {
			sum += max(w[f], 0)
		}
		return sum
	}
	approximate, place := up(perApproximate), up(perPlaceElsewhere)
	surname, ambiguous := up(perSurnameOfFull), up(perSurnameOfFullAmbiguous)
	given, part := up(perGivenOfFull), up(perPartOfFull)
	once, often := up(perSingleElsewhere), up(perSingleElsewhere2)
	full, two := up(perFullElsewhere), up(perTwoSurnames)
	of[typePerson] = bounds{
		floor: approximate + place + surname + ambiguous + given + part + once + often + full + two,
		lift: [2]float32{
			max(approximate, surname+ambiguous+max(given, part)+max(once, often)+place),
			two + max(approximate, full+surname),
		},
	}
	all := up(locElsewhere, locPartOfPerson, locPersonElsewhere)
	of[typeLocation] = bounds{all, [2]float32{all, all}}
	all = up(orgElsewhere, orgPartElsewhere)
	of[typeOrganization] = bounds{all, [2]float32{all, up(orgElsewhere)}}
	const round = 0x1p-10 // sums in another order round otherwise
	for typ := range of {
		b := &of[typ]
		b.floor = -max(hopeless, b.floor+round)
		if typ < int(typeOther) {
			b.lift[0] += round
			b.lift[1] += round
		}
	}
	return of
}
