package entity

// A cueID is the number of a word in the cue column of a list.
type cueID uint8

const (
	cueNone cueID = iota
	cueConstruct
	cueOutside
	cueInside
	cuePlural
	cueDual
	cueDirection
	cueMedia
	cueClub
	cueState
	cueRiver
	cueRiverBank
	cueSay
	cueAct
	cueSport
	cueEvent
	cuePreposition
	cueRelative
	cueParticle
	cueWord
	cueClubCity
	cueClubWord
	cueAdmin
	cueAgency
	cueAirline
	cueArmed
	cueBank
	cueBody
	cueCamp
	cueCapital
	cueCity
	cueCompany
	cueCountry
	cueCourt
	cueCulture
	cueFederation
	cueGovernment
	cueHistoric
	cueLand
	cueMilitary
	cueMinistry
	cueNewsagency
	cueNgo
	cueParliament
	cueParty
	cueQuarter
	cueRegion
	cueReligious
	cueSite
	cueTown
	cueUn
	cueUniversity
	cueWater
	numCues
)

// cueNumbers are the cues that the evidence knows; any other is ignored.
var cueNumbers = map[string]cueID{
	"construct": cueConstruct, "outside": cueOutside, "inside": cueInside, "plural": cuePlural, "dual": cueDual,
	"direction": cueDirection, "media": cueMedia, "club": cueClub, "state": cueState, "river": cueRiver, "riverbank": cueRiverBank,
	"say": cueSay, "act": cueAct, "sport": cueSport, "event": cueEvent, "preposition": cuePreposition,
	"relative": cueRelative, "particle": cueParticle, "word": cueWord, "clubcity": cueClubCity, "clubword": cueClubWord,
	"admin":      cueAdmin,
	"agency":     cueAgency,
	"airline":    cueAirline,
	"armed":      cueArmed,
	"bank":       cueBank,
	"body":       cueBody,
	"camp":       cueCamp,
	"capital":    cueCapital,
	"city":       cueCity,
	"company":    cueCompany,
	"country":    cueCountry,
	"court":      cueCourt,
	"culture":    cueCulture,
	"federation": cueFederation,
	"government": cueGovernment,
	"historic":   cueHistoric,
	"land":       cueLand,
	"military":   cueMilitary,
	"ministry":   cueMinistry,
	"newsagency": cueNewsagency,
	"ngo":        cueNgo,
	"parliament": cueParliament,
	"party":      cueParty,
	"quarter":    cueQuarter,
	"region":     cueRegion,
	"religious":  cueReligious,
	"site":       cueSite,
	"town":       cueTown,
	"un":         cueUn,
	"university": cueUniversity,
	"water":      cueWater,
}

// headMarks are the marks that the cue of a head noun sets.
var headMarks = [numCues]mark{
	cueOutside:   markOutside,
	cuePlural:    markPlural,
	cueDual:      markPlural,
	cueDirection: markDirection,
	cueMedia:     markMedia,
	cueClub:      markClub,
	cueState:     markState,
	cueRiver:     markOutside | markRiver,
	cueRiverBank: markBank,
}

// organizationClasses are the facts for what kind of organisation a list says a name is.
var organizationClasses = [numCues]fact{
	cueWord: orgClassWord, cueClubCity: orgClassClubCity, cueClubWord: orgClassClubWord,
	cueUn:         orgClassUn,
	cueBody:       orgClassBody,
	cueCourt:      orgClassCourt,
	cueGovernment: orgClassGovernment,
	cueMilitary:   orgClassMilitary,
	cueParty:      orgClassParty,
	cueArmed:      orgClassArmed,
	cueBank:       orgClassBank,
	cueCompany:    orgClassCompany,
	cueAirline:    orgClassAirline,
	cueUniversity: orgClassUniversity,
	cueMedia:      orgClassMedia,
	cueNewsagency: orgClassNewsagency,
	cueClub:       orgClassClub,
	cueFederation: orgClassFederation,
	cueNgo:        orgClassNgo,
	cueReligious:  orgClassReligious,
	cueCulture:    orgClassCulture,
	cueHistoric:   orgClassHistoric,
	cueParliament: orgClassParliament,
	cueMinistry:   orgClassMinistry,
	cueAgency:     orgClassAgency,
}

// placeClasses are the facts for what kind of place a list says a name is.
var placeClasses = [numCues]fact{
	cueWord:     locClassWord,
	cueCountry:  locClassCountry,
	cueRegion:   locClassRegion,
	cueCapital:  locClassCapital,
	cueAdmin:    locClassAdmin,
	cueCity:     locClassCity,
	cueTown:     locClassTown,
	cueWater:    locClassWater,
	cueLand:     locClassLand,
	cueQuarter:  locClassQuarter,
	cueSite:     locClassSite,
	cueCamp:     locClassCamp,
	cueHistoric: locClassHistoric,
}
